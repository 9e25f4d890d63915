"""The one form in which an answer is wanted, of a command that has several."""

from collections.abc import Mapping

import typer

from cli.shown.output import Invocation
from cli.typed.strict import typed_options
from workflow.errors import Invalid


def one_form(context: typer.Context, forms: Mapping[str, str]) -> str:
    """Give the option of the one form in which an answer is wanted; "" for words on the terminal.

    `forms` has each option by the name of its parameter. What is typed wins over the environment;
    two that are typed are Invalid.
    """
    chosen = [name for name in forms if context.params[name]]
    typed = typed_options(context, *chosen)
    wanted = [forms[name] for name in chosen if not typed or forms[name] in typed]
    if len(wanted) > 1:
        raise Invalid(
            f"An answer has one form: {' and '.join(wanted)} do not go together.",
            remedy=f"Give one of {', '.join(forms.values())}.",
        )
    form = wanted[0] if wanted else ""
    Invocation.as_json = form == "--json"
    return form
