"""Typer and SQLAlchemy Core: one command that reads a row of the same file and prints it."""

import typer
from sqlalchemy import Column, MetaData, String, Table, create_engine, select

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
DECISIONS = Table(
    "cd_decisions",
    MetaData(),
    Column("ref", String, primary_key=True),
    Column("state", String),
    Column("title", String),
)


@app.command()
def list_(db: str) -> None:
    """List a decision."""
    with create_engine(f"sqlite:///{db}").connect() as connection:
        for row in connection.execute(select(DECISIONS).limit(1)):
            typer.echo("\t".join(row))


if __name__ == "__main__":
    app()
