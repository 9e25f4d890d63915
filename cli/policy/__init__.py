"""The commands about councils' constitutions, and the group they are found in."""

import typer

from cli.policy.adopting import policy_adopt, policy_editions, policy_withdraw
from cli.policy.auditing import policy_audit
from cli.policy.looking import policy_check, policy_gaps, policy_list, policy_show
from cli.policy.sides import policy_compare, policy_diff, policy_impact
from cli.policy.writing import policy_new, policy_schema

policy = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for _name, _command in (
    ("list", policy_list),
    ("show", policy_show),
    ("gaps", policy_gaps),
    ("audit", policy_audit),
    ("check", policy_check),
    ("compare", policy_compare),
    ("diff", policy_diff),
    ("impact", policy_impact),
    ("adopt", policy_adopt),
    ("withdraw", policy_withdraw),
    ("editions", policy_editions),
    ("new", policy_new),
    ("schema", policy_schema),
):
    policy.command(_name)(_command)
