"""The least that Typer can be asked for: one command, and its help."""

import typer

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def list_(limit: int = 200) -> None:
    """List decisions."""


if __name__ == "__main__":
    app()
