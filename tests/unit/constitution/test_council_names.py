"""A council is known by its name in any style, and by nobody else's."""

from pathlib import Path

import pytest

from workflow.constitution.council_names import name_in, name_key
from workflow.constitution.reading import read
from workflow.constitution.shipped import shipped
from workflow.register.councils import load_councils


@pytest.mark.parametrize(
    "style",
    ["Brent", "brent council", "London Borough of Brent", "Brent London Borough Council"],
)
def test_styles_of_one_name(style: str) -> None:
    assert name_key(style) == "brent"
    found = load_councils().called(style)
    assert found is not None
    assert found.council == "brent"


STYLES = (
    "{}",
    "The {}",
    "{} Council",
    "{} Borough Council",
    "{} City Council",
    "{} County Council",
    "{} District Council",
    "{} Metropolitan Borough Council",
    "{} County Borough Council",
    "London Borough of {}",
    "The London Borough of {}",
    "Royal Borough of {}",
    "City of {} Council",
    "Borough of {}",
    "County Council of {}",
    "{} CC",
    "{} MBC",
    "LB {}",
)
"""How a council's bare name is written in a register or a list."""
SHIPPED = [(council, name_in(path)) for council, path in shipped().items()]
COMBINED = [council for council, name in SHIPPED if name.endswith("Combined Authority")]


def bare(name: str) -> str:
    """Give a council's name without its style, as people call it."""
    for style in ("London Borough of ", "Royal Borough of ", "City of "):
        name = name.removeprefix(style)
    for style in ("County Borough", "Borough", "City", "County", "District", ""):
        name = name.removesuffix(f" {style} Council".replace("  ", " "))
    return name


@pytest.mark.parametrize(("council", "name"), SHIPPED, ids=[each for each, _ in SHIPPED])
def test_every_shipped_council_is_found_by_the_forms_of_its_name(council: str, name: str) -> None:
    councils = load_councils()
    short = council.replace("-", " ")
    forms = {council, name, f"The {name}", short, short.title(), bare(name).replace(" and ", " & ")}
    if council in COMBINED:
        forms |= {name.replace("Combined", "Mayoral Combined")}
    else:
        forms |= {style.format(each) for style in STYLES for each in (short.title(), bare(name))}
    for form in forms:
        for written in (form, form.upper(), form.lower(), f"  {form.replace(' ', '   ')} "):
            found = councils.called(written)
            assert found is not None, written
            assert found.council == council, written


@pytest.mark.parametrize("council", COMBINED)
def test_a_combined_authority_is_no_council_of_that_name(council: str) -> None:
    for style in STYLES[2:]:
        assert load_councils().called(style.format(council.replace("-", " ").title())) is None


@pytest.mark.parametrize(
    ("name", "council"),
    [
        ("York", "york"),
        ("West Yorkshire", "west-yorkshire"),
        ("Kingston", "kingston"),
        ("Kingston-upon-Thames", "kingston"),
        ("Royal Borough of Kingston", "kingston"),
        ("Lancaster", "lancaster"),
        ("Lancashire", "lancashire"),
        ("Derbyshire", "derbyshire"),
        ("South Holland", "south-holland"),
        ("Bracknell Forest", "bracknell-forest"),
        ("Southampton", "southampton"),
        ("Woking", "woking"),
        ("Wokingham", "wokingham"),
        ("City and County of Cardiff", "cardiff"),
        ("Bath & North-East Somerset", "bath-and-north-east-somerset"),
        ("Isle of Wight", "isle-of-wight"),
    ],
)
def test_councils_of_like_names_are_told_apart(name: str, council: str) -> None:
    found = load_councils().called(name)
    assert found is not None
    assert found.council == council


@pytest.mark.parametrize(
    "other",
    [
        "Yorkshire",
        "North Yorkshire Council",
        "South Yorkshire Mayoral Combined Authority",
        "West Yorkshire County Council",  # abolished in 1986, and another body
        "York and North Yorkshire Combined Authority",
        "Kingston upon Hull City Council",
        "Hull City Council",
        "Derby City Council",
        "Derbyshire Dales District Council",
        "Holland",
        "Forest of Dean District Council",
        "Bracknell Town Council",
        "Southampton Water",
        "Gloucester City Council",
        "Nottinghamshire County Council",
        "Cambridgeshire County Council",
        "Peterborough City Council",
        "Greater London Authority",
        "City of London",
        "East Hertfordshire District Council",
        "Bedford Borough Council",
        "Cheshire West and Chester Council",
        "Somerset West and Taunton Council",
        "North Somerset Council",
        "West Sussex County Council",
        "East Berkshire",
        "Harlow Town Council",
        "Manchester Airport",
        "Wiltshire Council (Area Board)",
        "Surrey County Council (Guildford Joint Committee)",
        "Brentwood Borough Council",
        "The Council",
        "County Borough Council",
        "=",
        "",
    ],
)
def test_another_body_is_not_taken_for_it(other: str) -> None:
    assert load_councils().called(other) is None


def test_no_two_shipped_councils_have_one_name() -> None:
    """And the name in the head of each file is the name of the council."""
    names = {path: name_in(path) for path in shipped().values()}
    assert len({name_key(name) for name in names.values()}) == len(names)
    for path, name in names.items():
        assert name == read(path).name


def test_a_name_that_fits_two_is_neither(tmp_path: Path) -> None:
    head = '[council]\nid = "{}"\nname = "{}"\nnation = "wales"\nprefix = "X"\n'
    (tmp_path / "a.toml").write_text(head.format("a", "Ambridge Borough Council"))
    (tmp_path / "b.toml").write_text(head.format("b", "City of Ambridge"))
    (tmp_path / "c.toml").write_text(head.format("ambridge-valley", "Vale of Am"))
    (tmp_path / "d.toml").write_text(head.format("d", "Ambridge Valley"))
    councils = load_councils([tmp_path])
    assert councils.called("Ambridge") is None
    assert councils.called("Ambridge Valley") is None, "one's name, and another's short name"
    assert councils.called("ambridge-valley") is not None
    assert councils.called("a") is not None
    assert councils.called("Borchester") is None
