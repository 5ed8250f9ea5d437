"""Recipients: the group chats and mailboxes that reports are sent to, and when; kept beside the warehouse, not in it.

The file holds secrets. It lies in the folder of the warehouse, readable by its owner alone, and is never exported.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import time
from pathlib import Path
from typing import Literal, get_args

Kind = Literal["dingtalk", "wecom", "feishu", "mail"]
What = Literal["week", "morning"]
Security = Literal["tls", "starttls", "none"]
KINDS: tuple[Kind, ...] = get_args(Kind)
SECURITIES: tuple[Security, ...] = get_args(Security)

FILE = "recipients.json"
WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed in: `security` is tls (from the start), starttls, or none; `sender` stands in From."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    security: Security = "tls"


@dataclass(frozen=True, slots=True)
class Recipient:
    """A group chat (`address` is the robot's webhook, `secret` what it signs with) or mailboxes, comma-separated.

    What is sent of itself goes out on `weekdays` (0 is Monday) at `at`, of one shop or of all of them (""). ValueError
    where it has no name, no address, or a robot's address is not one of the web.
    """

    name: str
    kind: Kind
    address: str
    secret: str = field(default="", repr=False)
    shop: str = ""
    language: Literal["zh", "en"] = "zh"
    what: What = "week"
    weekdays: tuple[int, ...] = ()
    at: str = "08:30"

    def __post_init__(self) -> None:
        if not (self.name.strip() and self.address.strip() and self.kind in KINDS):
            raise ValueError(f"not a recipient: {self.name!r}")
        if self.kind != "mail" and not self.address.startswith(WEB):
            raise ValueError(f"not an address of the web: {self.name!r}")
        time.fromisoformat(self.at)


@dataclass(frozen=True, slots=True)
class AddressBook:
    """Everyone that reports go to, and the mail server."""

    recipients: tuple[Recipient, ...] = ()
    mail: MailServer | None = None

    def named(self, name: str) -> Recipient:
        """The recipient of that name; KeyError if there is none."""
        for one in self.recipients:
            if one.name == name:
                return one
        raise KeyError(name)


def recipients(var: Path) -> AddressBook:
    """Who is kept in a folder; nobody where nothing is."""
    path = var / FILE
    if not path.exists():
        return AddressBook()
    stored = json.loads(path.read_text(encoding="utf-8"))
    kept = tuple(Recipient(**{**one, "weekdays": tuple(one["weekdays"])}) for one in stored["recipients"])
    return AddressBook(kept, MailServer(**stored["mail"]) if stored["mail"] else None)


def keep_recipients(var: Path, of: Sequence[Recipient], mail: MailServer | None) -> None:
    """Replace who is kept, all or nothing; ValueError where two have one name."""
    if len({one.name for one in of}) < len(of):
        raise ValueError("two recipients of one name")
    stored = {"recipients": [asdict(one) for one in of], "mail": asdict(mail) if mail else None}
    var.mkdir(parents=True, exist_ok=True)
    unfinished = var / f"{FILE}.new"
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as into:
        json.dump(stored, into, ensure_ascii=False, indent=1)
    unfinished.replace(var / FILE)
