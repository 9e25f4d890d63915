"""The command `decisions`: finding the command, and how every command ends."""

import gc
import logging
import os
import sys
from collections.abc import Callable, Sequence
from errno import ENOSPC
from importlib import import_module
from io import StringIO
from types import TracebackType
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from cli.catalogue import GROUPS, OWN
from cli.command_list import COMMANDS
from cli.exits import FAULT, INTERRUPTED, Crash, Ended, NoRoom, NotWritten, machine_fault
from cli.front_page import MORE, write_front_page
from cli.names import help_line, names_in
from cli.shown.output import Invocation, end_damaged, end_fault, note, note_verbatim
from cli.shown.pager import show_held
from cli.shown.streams import guarded_streams, open_closed_ends
from cli.typed.short_references import by_any_reference
from cli.typed.strict import made_strict
from cli.typed.usage import is_bare, reword, wants_json
from workflow.errors import Invalid, WorkflowError

_INTERRUPTED = "Interrupted; what was finished is kept, and nothing is half written."
_SETTINGS = {"max_content_width": 100}


class Commands(TyperGroup):
    """Commands of which each is loaded only when it is asked for: all, or those of a group."""

    within: str = ""
    """The name of the group; nothing for all of them."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Give the names of the commands and groups, in the order of the help."""
        return names_in(self.within)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load a command, or a group with none of its commands."""
        name = f"{self.within} {cmd_name}".strip()
        if name in GROUPS:
            return _group(name)
        return _loaded(name) if name in COMMANDS else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands and their lines, loading none of them."""
        names = self.list_commands(ctx)
        with formatter.section("Commands"):
            formatter.write_dl([(each, help_line(f"{self.within} {each}")) for each in names])


class FirstPage(Commands):
    """All the commands, on one page."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the commands by what a person is doing, and the options."""
        write_front_page(formatter, self.get_params(ctx), ctx)


def _group(name: str) -> Any:
    group = Commands(
        name=name,
        help=GROUPS[name],
        no_args_is_help=True,
        context_settings=_SETTINGS,
        rich_markup_mode=None,
    )
    group.within = name
    return made_strict(group)


def _loaded(name: str) -> Any:
    if name in OWN:
        module, _, function = OWN[name].partition(":")
        command: Any = getattr(import_module(module), function)
    else:
        from cli.commands.steps import step_command

        command = step_command(name)
    return with_variables(typer.main.get_command(_alone(name, command)), name)


def with_variables(command: Any, path: str) -> Any:
    """Give every option its name in the environment: DECISIONS, the command, the option."""
    for option in command.params:
        long = next((flag for flag in option.opts if flag.startswith("--")), None)
        if long is not None and option.envvar is None:
            words = f"DECISIONS_{path}_{long[2:]}"
            option.envvar = words.replace("-", "_").replace(" ", "_").upper()
        if long is not None:
            option.show_envvar = False  # `decisions help environment` lists them
    if any(each.name == "ref" and each.param_type_name == "argument" for each in command.params):
        command.callback = by_any_reference(command.callback)
    return made_strict(command)


def _alone(name: str, function: Callable[..., Any]) -> typer.Typer:
    from cli.command import with_shared_options
    from cli.help_text import help_of

    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=_SETTINGS,
    )
    command = with_shared_options(name, function)
    app.command(name.split()[-1], help=help_of(name, function))(command)
    return app


app = typer.Typer(
    cls=FirstPage,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_SETTINGS,
    epilog=MORE,
)


def _version(value: bool) -> None:
    if value:
        from importlib.metadata import version  # half as slow to import as Typer

        sys.stdout.write(f"council-decisions {version('council-decisions')}\n")
        raise typer.Exit()


@app.callback()
def first(
    shown: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_version,
            is_eager=True,
            help="Say which version it is.",
        ),
    ] = False,
    constitutions: Annotated[
        str | None,
        typer.Option(
            "--constitutions",
            envvar="DECISIONS_CONSTITUTIONS",
            show_envvar=False,
            help="Your own constitution files, used before the shipped ones.",
            metavar="FOLDER",
        ),
    ] = None,
) -> None:
    """The life of a council's executive decision: drafted, signed, published, open to call-in and
    implemented. To set up: decisions init. To see one through: decisions demo"""
    Invocation.constitutions = constitutions


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, and give its exit code. Whatever happens, nothing is half said."""
    typed = sys.argv[1:] if arguments is None else list(arguments)
    Invocation.as_json = False
    Invocation.faults_as_json = wants_json(os.environ)
    Invocation.traceback = False
    Invocation.db = None
    Invocation.constitutions = None
    Invocation.register = None
    Invocation.damaged.clear()
    Invocation.rests_on.clear()
    Invocation.is_kept = False
    with guarded_streams() as (out, err):
        code = _ended(typed)
        show_held(out)
        out.settle()
        if out.fault is not None and not out.was_left:
            fault = end_fault(_unwritten(out.fault))
            code = code or fault
        err.settle()
    return code


def _ended(typed: list[str]) -> int:
    try:
        ended = made_strict(typer.main.get_command(app)).main(
            args=typed, prog_name="decisions", standalone_mode=False
        )
        return end_damaged(_code(ended))
    except SystemExit as left:
        return _code(left.code)
    except Ended as said:
        return said.code
    except (KeyboardInterrupt, typer.Abort):
        return _code(INTERRUPTED)
    except Exception as wrong:
        if hasattr(wrong, "format_message"):
            return _usage(wrong, typed)
        if Invocation.traceback:
            raise
        return _after(wrong)
    finally:
        Invocation.holds_elsewhere = None  # it would keep the register open


def _after(wrong: Exception) -> int:
    """Say what went wrong, and give the exit code: what was kept is never to be tried again."""
    if isinstance(wrong, WorkflowError):
        fault = wrong
    elif isinstance(wrong, OSError):
        fault = machine_fault(wrong)
    else:
        fault = Crash(f"{type(wrong).__name__}: {wrong}")
    if not Invocation.is_kept:
        return end_fault(fault)
    return end_fault(
        NotWritten(f"It is done, and on the record; but not all could be said of it. {fault}")
    )


def _unwritten(fault: OSError) -> WorkflowError:
    """Give the fault for an answer that could not be written."""
    sentence = f"The answer could not be written to standard output: {fault.strerror}."
    if Invocation.is_kept:
        return NotWritten(f"It is done, and on the record. {sentence}")
    if fault.errno == ENOSPC:
        return NoRoom(sentence)
    return NotWritten(sentence, remedy="Give it a place to write to, and ask again.")


def _code(ended: object) -> int:
    if ended == INTERRUPTED:
        note(_INTERRUPTED)
    if isinstance(ended, int):
        return ended
    return 0 if ended is None else FAULT


def _usage(wrong: Any, typed: list[str]) -> int:
    """Say that a command was not understood, in the manner asked for."""
    reword(wrong, typed, os.environ)
    as_json = "--json" in typed or wants_json(os.environ)
    if as_json or Invocation.as_json:
        where = wrong.ctx.command_path if wrong.ctx is not None else "decisions"
        sentence = "No command is given." if is_bare(wrong) else wrong.format_message()
        end_fault(Invalid(sentence, remedy=f"See: {where} --help"), as_json=True)
    else:
        sentence = StringIO()
        wrong.show(file=sentence)
        note(sentence.getvalue().rstrip())
    return int(wrong.exit_code)


def _trace(kind: type[BaseException], wrong: BaseException, where: TracebackType | None) -> None:
    from traceback import format_exception

    note_verbatim("".join(format_exception(kind, wrong, where)).rstrip())


def run() -> None:
    """Run the command line, and leave with its exit code."""
    open_closed_ends()
    # What a library logs is not for the terminal: a Ctrl-C in its clearing up would print a trace.
    logging.getLogger().addHandler(logging.NullHandler())
    # A tenth of a short command's time went to looking for rubbish while the libraries loaded.
    gc.set_threshold(100_000)
    sys.excepthook = _trace
    sys.exit(main())
