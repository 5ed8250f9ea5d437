"""Mail: a report as a message with its files, handed to the shop's own mail server."""

import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

from data.records.recipients import MailServer, Recipient
from reports.sending.robots import NotSent
from text import Text

SECONDS = 20

NO_SERVER = Text("没发出去：还没设置发信的邮箱服务器。", "Not sent: no mail server is set up.")
REFUSED = Text(
    "没发出去：邮件服务器不收（{why}）。请核对服务器、端口、账号和授权码。",
    "Not sent: the mail server refused it ({why}). Check server, port, account and its authorisation code.",
)
NOT_REACHED = Text(
    "没发出去：连不上邮件服务器（{why}）。请检查这台电脑的网络和端口。",
    "Not sent: the mail server could not be reached ({why}). Check this computer's network and the port.",
)


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with a message."""

    name: str
    kind: str
    content: bytes


def send_mail(
    server: MailServer | None, to: Recipient, subject: str, words: str, now: datetime, files: Sequence[Attached] = ()
) -> None:
    """Send one message to every mailbox of a recipient; NotSent where there is no server or it refuses.

    `now`, with its zone, is what the message is dated.
    """
    if server is None:
        raise NotSent(NO_SERVER)
    message = _message(server, to, subject, words, now, files)
    try:
        with _connected(server) as line:
            if server.user:
                line.login(server.user, server.password)
            line.send_message(message)
    except smtplib.SMTPException as error:
        raise NotSent(REFUSED.filled(why=_reason(error))) from error
    except OSError as error:
        raise NotSent(NOT_REACHED.filled(why=error)) from error


def _connected(server: MailServer) -> smtplib.SMTP:
    secure = ssl.create_default_context()
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=SECONDS, context=secure)
    line = smtplib.SMTP(server.host, server.port, timeout=SECONDS)
    if server.security == "starttls":
        line.starttls(context=secure)
    return line


def _message(
    server: MailServer, to: Recipient, subject: str, words: str, now: datetime, files: Sequence[Attached]
) -> EmailMessage:
    message = EmailMessage()
    message["From"] = server.sender
    message["To"] = ", ".join(address.strip() for address in to.address.replace("；", ",").replace(";", ",").split(","))
    message["Subject"] = subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = make_msgid(domain=server.host)
    message.set_content(words)
    for file in files:
        main, _, sub = file.kind.partition("/")
        message.add_attachment(file.content, maintype=main, subtype=sub, filename=file.name)
    return message


def _reason(error: smtplib.SMTPException) -> str:
    answer = getattr(error, "smtp_error", b"")
    words = answer.decode(errors="replace") if isinstance(answer, bytes) else str(answer)
    return f"{getattr(error, 'smtp_code', '')} {words}".strip() or str(error)
