"""Every command with its line of help, so that help need load nothing else. docs/generate.py makes
it from the table of steps and cli/catalogue.py: change those, not this."""

from typing import Final

COMMANDS: Final[dict[str, str]] = {
    "today": "Show what needs somebody today, or ends soon.",
    "new": "Begin a draft, complete or not.",
    "amend": "Change a draft. Signed text is never changed.",
    "sign": "Sign the written statement of a decision that has been made.",
    "publish": "Publish a signed decision.",
    "call-in": (
        "Record a call-in request that was received in time, even once the decision is in effect, "
        "or counts as implemented by rule alone."
    ),
    "implement": "Record that the decision was implemented.",
    "list": "List decisions: the soonest to end, or the newest, first.",
    "show": "Show a decision: its state, its dates and its statement.",
    "next": "Show what can be done with a decision now, the most likely first, on one screen.",
    "explain": "Explain a decision's dates, day by day, each with its rule.",
    "withdraw": "Withdraw a decision that has not been implemented, with a reason.",
    "hold": "Hold a decision: nothing moves forward until it is released.",
    "release": "Release a decision that is held.",
    "correct": "Correct a clerical error in the published text. No date moves.",
    "correct-materially": (
        "Correct text that was materially wrong. It is published again, with a new call-in period."
    ),
    "supersede": "Record that another decision replaces this one.",
    "sever": "Sever a part that can stand alone. It goes on by itself, linked to the rest.",
    "implement-early": (
        "Record that a decision was implemented, with consent, before it was signed."
    ),
    "close": "Record that a call-in period has ended, dated at the moment the law gives.",
    "deadline": "Count a deadline, with its workings. It needs no register and no decision.",
    "deadline-review": (
        "Keep or revise a deadline that the changed calendar would move, or keep one that falls "
        "after the council ends."
    ),
    "may-implement": (
        "Say whether a decision may be implemented: exit 0 if it may, 3 if not, with the reasons."
    ),
    "plan": "Plan a decision backwards: notice by, decide by, publish by, implement from.",
    "advance-notice give": (
        "Record a notice that was published before a decision, or the reasons published after it."
    ),
    "consent ask": (
        "Ask for consent to exemption from call-in, special urgency or a private meeting."
    ),
    "consent give": "Record that an office holder consents.",
    "consent refuse": "Record that an office holder refuses consent. Nobody else is then asked.",
    "consent skip": "Record why an office holder was passed over, so that the next can be asked.",
    "minutes publish": "Publish a record that will be signed at a later meeting.",
    "minutes sign": "Record the signature of a record that was published unsigned.",
    "publication void": (
        "Record that a publication did not count, so that the decision is published again."
    ),
    "request support": "Record who supports a request for a call-in.",
    "request certify": "Record the certificate that a ground for call-in needs.",
    "request withdraw": "Record that people who asked for a call-in withdraw.",
    "request record-late": (
        "Record a request that was made in time but discovered after implementation."
    ),
    "request accept": "Rule that a request is valid: the decision is called in.",
    "request reject": "Rule that a request is not valid, with reasons.",
    "request record-opinion": "Record counsel's opinion on a ground that needs one.",
    "scrutiny meet": "Record a meeting that reached no outcome.",
    "scrutiny adjourn": "Extend the time limit, with consent.",
    "scrutiny direct": "Record scrutiny's direction that the decision not be implemented.",
    "scrutiny resolve": "Record that scrutiny lets the decision stand; it takes effect.",
    "scrutiny refer-back": (
        "Record that scrutiny asks the decision maker to reconsider, with its concerns."
    ),
    "scrutiny refer-to-council": (
        "Record that scrutiny puts the decision to full council, with its concerns."
    ),
    "council object": (
        "Record that full council objects: the decision maker must reconsider, with council's "
        "views."
    ),
    "council let-stand": "Record that full council does not object; the decision takes effect.",
    "council decide": "Record council's own decision, where the first was outside the framework.",
    "reconsideration confirm": (
        "Record that the decision maker confirms the decision on reconsideration. It takes effect."
    ),
    "reconsideration change": (
        "Record that the decision maker changes the decision on reconsideration."
    ),
    "reconsideration rescind": (
        "Record that the decision maker rescinds a published decision before it is acted on."
    ),
    "found-late record-outcome": (
        "Record an outcome that was reached in time but discovered after its deadline was closed."
    ),
    "found-late record-hold": "Record a hold that was made in time but discovered after the close.",
    "found-late settle-dispute": (
        "Record the ruling that something found after implementation changes nothing."
    ),
    "review ask": "Record that a review after implementation is asked for; the decision stands.",
    "review conclude": "Record what a review after implementation found; the decision stands.",
    "key-report require": (
        "Record that scrutiny thinks a decision should have been key, and requires a report."
    ),
    "key-report submit": "Record the executive's report on why a decision was not treated as key.",
    "irregular list": "List the irregularities that are not settled.",
    "irregular show": (
        "Show one decision's irregularities: the rule that each broke, and who accepted it."
    ),
    "irregular note": (
        "Record what broke a rule, and which rule. Recording it makes nothing lawful."
    ),
    "irregular resolve": "Record who accepts an irregularity, and why.",
    "history": "Show a decision's record: what happened, when, by whom, and when it was recorded.",
    "diff": "Compare two versions of a decision's written statement.",
    "runs": "Show when the close ran, newest first, and what it did.",
    "conformance": (
        "Compare dates that councils published with dates counted here, and give likely causes."
    ),
    "notice": (
        "Give the notice of a decision, ready to publish; or the pages that a council publishes."
    ),
    "report": "Report to council: special-urgency, exemptions, call-ins or late.",
    "export csv": "Give every decision as a row: its state, its dates, and the rule they rest on.",
    "export jsonl": "Give every decision as a line of JSON: the same facts as in the sheet.",
    "import moderngov": (
        "Show what saved pages of a ModernGov register hold, and with --adopt import it as history."
    ),
    "import csv": (
        "Show what a sheet of the council's own holds, and with --adopt import it as history."
    ),
    "import mapping": (
        "Begin a mapping for a sheet, with the columns whose names are known, for you to complete."
    ),
    "import statement": (
        "Show what written statements of past decisions say, and with --adopt import them as "
        "history."
    ),
    "import exported": (
        "Show what decisions export wrote, and with --adopt import it to another register."
    ),
    "statement read": (
        "Read a written statement, and say what could not be found. Nothing is guessed."
    ),
    "init": "Set up: which council, where the register is, and who holds which office.",
    "config show": "Show the settings, and with --origin where each came from.",
    "config set": (
        "Write a setting to your own settings file: database, council, constitutions or templates."
    ),
    "constitution list": "List the councils whose constitutions are on file.",
    "constitution show": (
        "Show a council's constitution: every rule on file, with its date, its words and its "
        "source."
    ),
    "constitution gaps": "Say which of a council's rules are not on file, and what follows.",
    "constitution audit": (
        "List what each rule on file rests on, how sure it is and how old; the worst first."
    ),
    "constitution check": (
        "Check a constitution file. Each problem is named with the key and the remedy."
    ),
    "constitution compare": "Compare councils' rules side by side, as in force on one day.",
    "constitution diff": "Say what differs between two constitutions, entry by entry.",
    "constitution impact": (
        "Say what a changed constitution would do to open decisions and those of the past year."
    ),
    "constitution adopt": "Adopt a constitution file: the register keeps it, with who approved it.",
    "constitution withdraw": (
        "Withdraw an adopted edition. The council's file, if there is one, is in use again."
    ),
    "constitution editions": (
        "List the editions of a council's constitution that the register has held."
    ),
    "constitution new": (
        "Begin a constitution file: your answers, and every other table as comments to fill in."
    ),
    "constitution schema": (
        "Give the JSON Schema of a constitution file, by which an editor checks and completes it."
    ),
    "calendar show": "Show a council's calendar: how far it reaches, and the days entered for it.",
    "calendar add": "Enter a day on which the council is closed, or a holiday proclaimed late.",
    "calendar import": (
        "Show how a list of days differs from a council's calendar, and with --adopt enter it."
    ),
    "calendar check": (
        "Check a council's calendar against a file, and the installed days against the published."
    ),
    "calendar impact": (
        "Show which dates a holiday or a closed day would change. It changes nothing."
    ),
    "calendar horizon": (
        "Show how far days can be counted, and the last day to begin each of a council's periods."
    ),
    "people list": "List who is appointed to which role, today or on another day.",
    "people add": (
        "Record that a person holds a role, from a day on. It begins a register if there is none."
    ),
    "people end": "Give an appointment its last day, that day included.",
    "whoami": "Say who acts here, in which roles today, and how that was established.",
    "db upgrade": (
        "Set up the register's database, or bring it up to date. It begins one if there is none."
    ),
    "db current": "Say which revision the register's database is at.",
    "db check": (
        "Check that the database is of this version, and complete. Exit 7 if it is not complete."
    ),
    "journal show": (
        "Show a decision's journal as it is stored, or one of the register's own journals."
    ),
    "journal streams": (
        "List the register's own journals: appointments, days, editions of constitutions, erasures."
    ),
    "journal verify": (
        "Check the journal: the chain, the sealed text, and that the rows agree with it."
    ),
    "journal erase": "Erase personal text of a decision's record for good.",
    "demo": "Take one published decision through its whole life, with a clock that moves.",
    "example run": (
        "Run worked examples, each on a register of its own, and tell each life in prose."
    ),
    "help": (
        "Show the help of a command or a group, the options' names in the environment, the exit "
        "codes, or what each role is."
    ),
}
