"""Robots of group chats, tried against local stand-ins that check what the vendors check."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlparse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.records.recipients import Recipient
from reports.sending.robots import NotSent, pieces, send

SECRET = "SEC9f1c"
NOW = 1781230000.5


class Chat(HTTPServer):
    """A group chat: keeps what it was told, and answers as the test wants."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Heard)
        self.received: list[tuple[dict[str, list[str]], dict[str, Any]]] = []
        self.says: dict[str, Any] = {"errcode": 0, "errmsg": "ok"}
        self.status = 200

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/robot/send?access_token=abc"


class Heard(BaseHTTPRequestHandler):
    """One request to a Chat."""

    def do_POST(self) -> None:
        chat = self.server
        assert isinstance(chat, Chat)
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        chat.received.append((parse_qs(urlparse(self.path).query), body))
        self.send_response(chat.status)
        self.end_headers()
        self.wfile.write(json.dumps(chat.says).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def chat() -> Iterator[Chat]:
    server = Chat()
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def to(kind: Any, address: str, secret: str = SECRET) -> Recipient:
    return Recipient("运营群", kind, address, secret)


def test_dingtalk_is_signed_in_the_address_with_the_time_in_milliseconds(chat: Chat) -> None:
    send(to("dingtalk", chat.address), "昨日支付 38.64万元", NOW)
    query, body = chat.received[0]
    assert query["timestamp"] == ["1781230000500"]
    wanted = hmac.new(SECRET.encode(), f"1781230000500\n{SECRET}".encode(), hashlib.sha256).digest()
    assert base64.b64decode(query["sign"][0]) == wanted
    assert body == {"msgtype": "text", "text": {"content": "昨日支付 38.64万元"}}


def test_feishu_is_signed_in_the_body_with_the_time_in_seconds(chat: Chat) -> None:
    chat.says = {"code": 0, "msg": "success"}
    send(to("feishu", chat.address), "周报", NOW)
    _, body = chat.received[0]
    wanted = hmac.new(f"1781230000\n{SECRET}".encode(), b"", hashlib.sha256).digest()
    assert base64.b64decode(body["sign"]) == wanted
    assert body["timestamp"] == "1781230000"
    assert body["msg_type"] == "text"
    assert body["content"] == {"text": "周报"}


def test_wecom_needs_no_signature_and_takes_short_messages_only(chat: Chat) -> None:
    words = "\n".join(f"{number}. 流量：访客一项吃掉 19.90万元" for number in range(100))
    assert send(to("wecom", chat.address, ""), words, NOW) == len(chat.received) > 1
    reported = [body["text"]["content"] for _, body in chat.received]
    assert max(len(piece.encode()) for piece in reported) <= 2048
    assert "\n".join(reported) == words


@pytest.mark.parametrize("kind", ["dingtalk", "wecom"])
def test_a_refusal_says_what_the_robot_said_and_what_to_do(chat: Chat, kind: str) -> None:
    chat.says = {"errcode": 310000, "errmsg": "sign not match"}
    with pytest.raises(NotSent) as refused:
        send(to(kind, chat.address), "周报", NOW)
    assert "310000 sign not match" in refused.value.text.zh
    assert "加签密钥" in refused.value.text.zh
    assert "sign not match" in refused.value.text.en


def test_feishus_refusal_has_another_name(chat: Chat) -> None:
    chat.says = {"code": 19021, "msg": "sign match fail or timestamp is not within one hour"}
    with pytest.raises(NotSent, match="19021"):
        send(to("feishu", chat.address), "周报", NOW)


def test_an_answer_of_the_web_server_is_a_refusal(chat: Chat) -> None:
    chat.status = 404
    with pytest.raises(NotSent, match="404"):
        send(to("dingtalk", chat.address), "周报", NOW)


def test_no_network_is_said_in_a_sentence(chat: Chat) -> None:
    with pytest.raises(NotSent) as failed:
        send(to("dingtalk", "http://127.0.0.1:9/robot/send?access_token=abc"), "周报", NOW)
    assert "连不上运营群的机器人" in failed.value.text.zh


def test_a_secret_is_never_printed() -> None:
    assert SECRET not in repr(to("dingtalk", "https://oapi.dingtalk.com/robot/send?access_token=abc"))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300), st.integers(8, 80))
def test_a_message_in_pieces_loses_no_character(words: str, most: int) -> None:
    reported = list(pieces(words, most))
    assert all(len(piece.encode()) <= most for piece in reported)
    assert "".join(reported).replace("\n", "") == words.replace("\n", "")
