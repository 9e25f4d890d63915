"""Kinds of executive decision, and who may see one."""

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What kind of executive decision it is (SI 2012/2089, regulation 8, for "key")."""

    KEY = "key"
    """By the executive or a member, and key."""
    NON_KEY = "non-key"
    """By the executive or a member, and not key."""
    OFFICER_KEY = "officer-key"
    """By an officer, and key."""
    OFFICER_NON_KEY = "officer-non-key"
    """By an officer, and not key."""

    @property
    def is_key(self) -> bool:
        """Whether it is key, whoever makes it."""
        return self in _KEY

    @property
    def is_officers(self) -> bool:
        """Whether it is an officer's, key or not."""
        return self in _OFFICERS

    @classmethod
    def of(cls, *, is_officers: bool, is_key: bool) -> "Kind":
        """Give the kind of a decision by whose it is, and whether it is key."""
        if is_officers:
            return cls.OFFICER_KEY if is_key else cls.OFFICER_NON_KEY
        return cls.KEY if is_key else cls.NON_KEY


_KEY: Final = (Kind.KEY, Kind.OFFICER_KEY)
_OFFICERS: Final = (Kind.OFFICER_KEY, Kind.OFFICER_NON_KEY)


class Access(StrEnum):
    """Whether the public may read all of it (Local Government Act 1972, Schedule 12A)."""

    OPEN = "open"
    """They may."""
    EXEMPT = "exempt"
    """Part of it may be kept from the public (Schedule 12A)."""
    CONFIDENTIAL = "confidential"
    """Part of it must be kept from the public (section 100A(3))."""
