"""Trying templates on made-up decisions of every shape, before one is used."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any, Final

from workflow.errors import Invalid
from workflow.publishing.own_templates.samples import NOTICES, PAGES, TYPED, must_stand
from workflow.publishing.web.own import NAMES, must_be_readable, own_templates, render

_UNSEEN: Final = re.compile("<head.*?</head>|<!--.*?-->", re.DOTALL)
"""What a reader of a page does not see."""
_SAMPLES: Final[Mapping[str, tuple[Mapping[str, Any], ...]]] = {
    "notice.html.j2": NOTICES,
    "page.html.j2": PAGES,
    "base.html.j2": (*NOTICES, *PAGES),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateChecked:
    """What came of trying one template."""

    file: str
    """The template's file name."""
    good: bool
    """Whether it can be used."""
    problems: tuple[str, ...]
    """What is wrong, each a sentence."""
    remarks: tuple[str, ...]
    """What a person should look at, each a sentence."""


def checked(folder: Path) -> tuple[TemplateChecked, ...]:
    """Try every template of a folder. Raises Invalid for a folder that has none."""
    files = own_templates(folder)
    if not files:
        raise Invalid(
            f"There is no template in {folder}.",
            remedy=f"Put one there, under the name of a shipped one: {', '.join(NAMES)}.",
        )
    return tuple(_checked(folder, file.name) for file in files)


def _checked(folder: Path, name: str) -> TemplateChecked:
    problems = dict.fromkeys(_problems(folder, name))
    remarks = () if name in NAMES else (f"{name} is used only where another template names it.",)
    return TemplateChecked(file=name, good=not problems, problems=tuple(problems), remarks=remarks)


def _problems(folder: Path, name: str) -> Iterator[str]:
    if name not in _SAMPLES:
        try:
            must_be_readable(name, folder)
        except Invalid as wrong:
            yield str(wrong)
    for values in _SAMPLES.get(name, ()):
        asked = "notice.html.j2" if name == "base.html.j2" and values in NOTICES else name
        asked = "page.html.j2" if name == "base.html.j2" and values in PAGES else asked
        try:
            page = render(asked, values, folder)
        except Invalid as wrong:
            yield str(wrong)
            return
        if TYPED in page:
            yield f"{name} lets markup through that somebody typed."
        read = " ".join(unescape(_UNSEEN.sub("", page)).split())
        for what, text in must_stand(values).items():
            if text not in read:
                yield f"{name} leaves out {what}."
