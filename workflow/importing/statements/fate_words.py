"""The words by which a text says what became of its own decision, as patterns of plain text."""

import re
from typing import Final

NONE: Final = frozenset({
    "", "-", "–", "—", "no", "n", "none", "nil", "0", "false", "n/a", "na", "not applicable",
    "none received", "nac oes", "nac ydy", "nac ydw", "dim",
})  # fmt: skip
"""Answers by which what a label speaks of has not happened."""
LONG: Final = 3_000
"""Characters of a sentence, of which the rest is not looked at."""
STEMS: Final = re.compile(
    r"c\W*a\W*l\W*l|alw|w[iy]thdr|resc|revo|quash|super|overt|cancel|annul|susp|revers|aband|nullif|void|"
    r"aside|replac|refer|sent back|reconsid|reopen|hold|held|abey|no longer|implement|action|ynn|"
    r"disod|diddym|cyfeir|propos|draf|provis|forthc|upcom|pend|plann|intend|defer|postp|adjour|"
    r"await|not|unpub|unconf|unapp|due|reject|to be|subject|minded|arfaeth|gohir|urgen|brys|waiv|"
    r"exempt|eithri|esempt|recall|remit|paus|stay|proceed|laps|challeng|judicial|scrutin|again|"
    r"recommend|acted|immediat|forthwith|disapp"
)
"""One of these, in small letters, is in every text that tells anything."""
CALL: Final = re.compile(r"\bcall(ed|ing)?(?: ?- ?| )?in(s?)\b(?! ?-? ?house)")
WELSH_CALL: Final = re.compile(r"\b(?:g?alwyd|(?:wedi ei|wedi'i) (?:g?alw)) i mewn\b")
DASHES: Final = re.compile("[‐‑‒–—−]")
SENTENCE: Final = re.compile(r"[.!?;\n]+(?:\s+|$)|[•|]|\n")
PARTS: Final = re.compile(r"[.!?;:()\[\]|*•/\n\"“”]+| - |^- | -$")
THINGS: Final = (
    r"(?:debt|loan|bond|guarantee|overdraft|mortgage|contractor|consultant|bailiff|police|expert|"
    r"auditor|receiver|administrator|specialist|engineer|army|favour|arrears|surveyor)s?"
)
OF_THINGS: Final = re.compile(
    rf"call(?:ed|ing)in (?:(?:of|the|a|an|all|any|its|their|our|old|outstanding) )*{THINGS}\b"
    rf"|\b{THINGS}(?: \w+){{0,3}} (?:calledin|callingin)\b"
)
CALLED: Final = re.compile(
    r"\b(?:calledin|callingin|callins? (?:requests? |notices? |was |were |is |are |has |have |"
    r"been |being |validly |now )*(?:received|lodged|upheld|accepted|heard|made|pending|requested|"
    r"submitted|triggered|invoked|outstanding|in progress|under way|underway)"
    r"|(?:requested|awaiting|received|under|in) (?:a |the |for )*callin"
    r"(?! (?:period|expir\w+|deadline|procedures?|rules?|arrangements?|provisions?))"
    r"|requests? (?:for|to) (?:a |the )*callin(?: \w+){0,4} (?:was|were|has|have|received))\b"
)
UNDONE: Final = re.compile(
    r"\b(?:withdrawn|rescinded|revoked|quashed|superseded|overturned|cancelled|canceled|annulled|"
    r"suspended|reversed|abandoned|nullified|voided|null and void|set aside|replaced by|"
    r"superc?eded|superseeded|void decisions?|(?:is|are|was|were|now|declared) void(?! \w)|"
    r"recalled (?:by|for|to) (?:the |overview |and )*scrutiny|"
    r"decisions? (?:is |was |has been |have been |now )*(?:recalled|lapsed|challenged)|"
    r"(?:lapsed|challenged|replaced) decisions?|subject (?:to|of) (?:a |an )?"
    r"(?:legal challenge|judicial review)|"
    r"remitted (?:back )?(?:to|for) (?:the )?(?:\w+ )?(?:maker|cabinet|executive|leader|member|"
    r"mayor|decision)|paused|stayed (?:pending|until|by)|"
    r"(?:did not|not being|no longer) proceed(?:ed|ing)?|not proceed(?:ed|ing)(?: with)?|"
    r"(?:under review|being (?:reviewed|considered)|to be (?:reviewed|considered)) by (?:the )?"
    r"(?:overview|scrutiny)|scrutiny(?: \w+){0,3} (?:will|is to|are to|shall) "
    r"(?:consider|review|hear|examine) (?:this|the) decision|"
    r"asked (?:\w+ ){1,4}to (?:think|look|decide) again|"
    r"referred back|refer back|referred to (?:the |full )*(?:overview|scrutiny|council)|sent back|"
    r"reconsider\w*|reopened|on hold|in abeyance|held (?:over|back|pending|in abeyance)|"
    r"decisions? (?:is |are |was |were |now )*held|no longer (?:in force|valid|stands|applies)|"
    r"(?:not|never|do not|cannot) (?:to |yet )*(?:be )*"
    r"(?:implement(?:ed)?|action(?:ed)?|acted (?:up)?on)"
    r"(?! (?:until|before|unless|during|while|for|prior))|"
    r"implementation (?:is |was |has |been |now )*(?:suspended|deferred|halted|stopped|postponed|"
    r"on hold|paused|delayed)|"
    r"tynnwyd yn ôl|wedi'i thynnu yn ôl|disodlwyd|diddymwyd|cyfeiriwyd yn ôl)\b"
)
UNMADE: Final = re.compile(
    r"\b(?:proposed|proposals?|drafts?|provisional|forthcoming|upcoming|pending|planned|intended|"
    r"deferred|postponed|adjourned|awaiting|not yet|unpublished|held|"
    r"unconfirmed|unapproved|decisions? due|not (?:approved|agreed|made|taken)|rejected|"
    r"(?:still )?to be (?:made|taken|decided|determined|agreed|approved|confirmed)|"
    r"subject to approval|for determination|minded to|recommendations? (?:to|for) (?:the )?"
    r"(?:cabinet|council|executive|leader|mayor)|drafft|arfaethedig|gohiriwyd)\b"
)
MET: Final = re.compile(
    r"\b(?:meetings?|elections?|sessions?) (?:were |was )?held|\bheld (?:on|at|by|in)\b"
)
FREE: Final = re.compile(
    r"\b(?:not|nor|never|isn't|ddim|nid|nad)(?: (?!only)\w+){0,4} (?:subject|open|eligible|liable)"
    r" (?:to|for)(?: \w+){0,2} callin|\bexempt(?:ed|ion)?(?: \w+){0,4} callin\b"
    r"|\bcallins?(?: \w+){0,5} (?:waived|waiver|disapplied|dispensed|excluded|exempt|exempted|"
    r"notapplicable|lifted)\b|\b(?:waive[drs]?|waiving|disappl\w+|dispens\w+)(?: \w+){0,5} callin\b"
    r"|\bcallin(?: \w+){0,3} (?:does|do|did|will|shall|can|is|are|was|has)(?: not|n't|not) "
    r"|\b(?:excluded|exclusion|outside|excepted|immune|without) (?:from |of )?(?:the |a )?callin\b"
    r"|\b(?:cannot|can not|may not|must not|will not|shall not) be calledin\b"
    r"|\bno (?:right of |rights of )?callin(?! (?:requests?|notices?|was|were|has|have|received))"
    r"|\b(?:not|non) (?:for )?callin\b|\bnotapplicable(?: \w+){0,3} callin\b"
    r"|\b(?:eithri\w+|esempt)(?: \w+){0,3} (?:g?alw) i mewn\b"
    r"|\b(?:ddim|nid|nad)(?: \w+){0,4} amodol(?: \w+){0,4} i mewn\b"
)
ALONE: Final = re.compile(
    r"\b(?:waived|disapplied|not (?:subject|eligible)|(?:with |of )?immediate effect|"
    r"(?:takes?|taking|comes?|coming|brought) (?:into )?effect (?:immediately|at once|forthwith)|"
    r"(?:effective|in force) (?:immediately|at once|forthwith)|"
    r"(?:to be |be |is |was )*implement(?:ed)? (?:immediately|at once|forthwith)|"
    r"(?:for )?immediate implementation)\b"
)
"""What says that there is no call-in where it stands alone, and much else within a sentence."""
SUBJECT: Final = re.compile(
    r"\b(?<!longer )(?:subject|open|available|eligible|liable) (?:to|for)"
    r"(?: (?:the|a|scrutiny|possible))* callins?\b"
    r"|\b(?:may|can|could|might)(?: \w+){0,2} be calledin\b|^for callin$"
    r"|\b(?:in|within|during) (?:the )?callin period\b"
)
URGENT: Final = re.compile(r"\b(?:urgent|urgency|brys)\b")
POSSIBLE: Final = re.compile(
    r"\b(?:if|unless|whether|in the event|provided)\b|\bshould (?:it|this|the|any|a)\b"
    r"|\b(?:where|when|once) (?:a|any|the|this|it|an)?(?: ?\w+){0,2} (?:is|are)\b"
    r"|(?<!subject )\bto callin\b"
    r"|\b(?:may|can|could|might|would|must|able to|liable to|eligible to|deadline|last da\w+|"
    r"wish\w*|how|procedure)\b(?: \w+){0,6} ?$"
)
DENIED: Final = re.compile(
    r"(?:\b(?:not|never|nor|neither|no|none|nobody|nothing|without|cannot|ni|heb|unless)|n't)"
    r"(?: (?!longer|only|and|but|although|until|then|however|until|it|this|was)[\w']+){0,4} ?$"
)
NOT: Final = re.compile(r"\b(?:not|never|nor|neither|no|none)\b(?! to be)")
LISTED: Final = re.compile(r" ?(?:,|or|nor|and)?(?: (?:or|nor|been|formally))* ?")
JOINED: Final = re.compile(rf"(?:{UNDONE.pattern}) ?(?:,|or|nor)(?: (?:or|nor))? ?")
ACTED: Final = re.compile(
    r"\b(?:withdrew|rescinded|quashed|revoked|overturned|suspended|superseded|deferred) "
    r"(?:this|the|its) decision\b"
)
ABOUT: Final = re.compile(
    r"\b(?:this|the|y) (?:decision|record|notice|statement|item|matter|report|penderfyniad)s?"
    r"(?: (?!not|never)[\w']+){0,4} (?:has|have|had|was|were|is|are|now|wedi)"
    r"(?: (?!not|never)\w+){0,3} $"
    r"|\b(?:decision|item|record|notice) (?:now |since )?$"
)
MENTIONS: Final = re.compile(r"\bcall(?:ed|ing)?ins?\b")
HARMLESS: Final = re.compile(
    r"\bcallins? (?:\w+ ){0,2}(?:period|deadline|expir\w+|ends?|dates?|procedures?|process|rules?|"
    r"arrangements?|provisions?|rights?|must|may|should|can)\b"
    r"|\b(?:deadline|last da\w+|expiry|period|end|date|procedures?|rules?|rights?|number)"
    r"(?: \w+){0,3} (?:for|of|to) (?:the )?(?:callins?|be calledin)\b"
    r"|\brequests? (?:for |to )?(?:a )?callin(?: \w+){0,4} (?:must|should|may|can)\b"
    r"|(?<!subject )\bto callin\b"
)
ATTACHED: Final = re.compile(
    r"\brequests? (?:for|to) (?:an? |the )*callin\b|\bcalledin\b"
    r"|\bcallins? (?:requests?|notices?|forms?|hearings?|responses?|of|minutes|letters?|petitions?|"
    r"submissions?|reasons|grounds|decisions?|outcomes?|meetings?|reports?|panels?|agendas?)\b"
    r"|\b(?:response|reply|minutes|report|notice|agenda|reasons|grounds|outcome|consideration|hearing)"
    r"s?(?: \w+){0,3} (?:to|of|on|for) (?:the |a )*callin\b"
    r"|\b(?:notice|letter) of withdrawal\b|\bwithdrawal notice\b"
)
"""What the name of an attached paper says of a request that the decision be called in."""
GUIDANCE: Final = re.compile(
    r"\b(?:procedures?|how to|guidance|guide|rules|protocol|arrangements|template|process|"
    r"explained|period|deadline|constitution)\b"
)
BESIDE_ALONE: Final = frozenset({"chair", "vice", "consent", "agreement", "as", "urgency", "with"})
"""What may stand beside that, besides the words below."""
FILLING: Final = frozenset({
    "this", "the", "a", "decision", "decisions", "item", "matter", "report", "record", "notice",
    "statement", "has", "have", "had", "been", "is", "was", "were", "are", "now", "to", "be",
    "not", "by", "on", "at", "and", "or", "for", "of", "in", "formally", "officially",
    "subsequently", "since", "later", "today", "scrutiny", "committee", "cabinet", "council",
    "members", "member", "overview", "leader", "mayor", "officer", "director", "until",
    "following", "after", "request", "please", "note", "call", "back", "over", "hold", "yet",
    "executive", "urgent", "outcome", "result", "review", "meeting", "next", "implementation",
    "final", "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday",
})  # fmt: skip
