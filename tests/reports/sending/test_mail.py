"""Mail, handed to a local stand-in of a mail server."""

import socket
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from email.policy import default
from threading import Thread
from zoneinfo import ZoneInfo

import pytest

from data.records.recipients import MailServer, Recipient
from reports.sending.mail import Attached, send_mail
from reports.sending.robots import NotSent

BOSS = Recipient("老板", "mail", "boss@example.com；ops@example.com")
NOW = datetime(2026, 6, 15, 8, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
PDF = Attached("2026-W24.pdf", "application/pdf", b"%PDF-1.7 test")


class Post(Thread):
    """A mail server that speaks just enough SMTP: it takes what it is given, unless told to refuse the sender."""

    def __init__(self, refuses: bytes = b"") -> None:
        super().__init__(daemon=True)
        self.door = socket.create_server(("127.0.0.1", 0))
        self.refuses, self.message = refuses, b""
        self.receivers: list[bytes] = []
        self.start()

    @property
    def server(self) -> MailServer:
        return MailServer("127.0.0.1", self.door.getsockname()[1], "看板 <board@example.com>", security="none")

    def run(self) -> None:
        line, _ = self.door.accept()
        with line, line.makefile("rwb") as talk:
            self._say(talk, b"220 ready")
            while text := talk.readline():
                verb = text[:4].upper()
                if verb == b"MAIL" and self.refuses:
                    self._say(talk, self.refuses)
                elif verb == b"RCPT":
                    self.receivers.append(text.split(b"<")[1].split(b">")[0])
                    self._say(talk, b"250 ok")
                elif verb == b"DATA":
                    self._say(talk, b"354 go on")
                    self.message = b"".join(iter(talk.readline, b".\r\n"))
                    self._say(talk, b"250 taken")
                elif verb == b"QUIT":
                    self._say(talk, b"221 bye")
                    return
                else:
                    self._say(talk, b"250 ok")

    @staticmethod
    def _say(talk: object, words: bytes) -> None:
        talk.write(words + b"\r\n")  # type: ignore[attr-defined]
        talk.flush()  # type: ignore[attr-defined]


@pytest.fixture
def post() -> Iterator[Post]:
    server = Post()
    yield server
    server.door.close()


def test_a_mail_reaches_every_mailbox_with_its_words_and_its_pdf(post: Post) -> None:
    send_mail(post.server, BOSS, "运营周报 6月8日至14日", "上周差 13.60万元\n= 不是公式", NOW, [PDF])
    post.join(5)
    assert post.receivers == [b"boss@example.com", b"ops@example.com"]
    message = message_from_bytes(post.message, policy=default)
    assert message["Subject"] == "运营周报 6月8日至14日"
    assert message["Date"] == "Mon, 15 Jun 2026 08:30:00 +0800"
    assert message["From"] == "看板 <board@example.com>"
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n").strip() == "上周差 13.60万元\n= 不是公式"
    attached = next(message.iter_attachments())
    assert attached.get_filename() == "2026-W24.pdf"
    assert attached.get_payload(decode=True) == PDF.content


def test_a_refusal_is_said_with_the_servers_own_words() -> None:
    post = Post(refuses=b"535 authorisation code has expired")
    with pytest.raises(NotSent) as refused:
        send_mail(post.server, BOSS, "周报", "字", NOW)
    assert "535 authorisation code has expired" in refused.value.text.zh
    assert "授权码" in refused.value.text.zh


def test_without_a_server_nothing_is_tried() -> None:
    with pytest.raises(NotSent, match="no mail server"):
        send_mail(None, BOSS, "周报", "字", NOW)


def test_a_server_that_is_not_there_is_said_in_a_sentence() -> None:
    with pytest.raises(NotSent, match="could not be reached"):
        send_mail(MailServer("127.0.0.1", 9, "board@example.com", security="none"), BOSS, "周报", "字", NOW)
