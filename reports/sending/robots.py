"""Robots of group chats: DingTalk, WeCom and Feishu, each with its own signature, message and answer.

Formats as their vendors describe them: open.dingtalk.com (custom robots, 加签), developer.work.weixin.qq.com for WeCom
(群机器人配置说明), open.feishu.cn (自定义机器人使用指南).
"""

import base64
import hashlib
import hmac
import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus

from data.records.recipients import Kind, Recipient
from text import Refusal, Text

SECONDS = 10

NOT_REACHED = Text(
    "没发出去：连不上{name}的机器人（{why}）。请检查这台电脑的网络。",
    "Not sent: the robot of {name} could not be reached ({why}). Check this computer's network.",
)
REFUSED = Text(
    "没发出去：{name}的机器人不收（{code} {why}）。请核对机器人地址、加签密钥和关键词设置。",
    "Not sent: the robot of {name} refused it ({code} {why}). Check its address, its secret and its keywords.",
)


class NotSent(Refusal):
    """A message that did not arrive; `text` says why and what to do."""


@dataclass(frozen=True, slots=True)
class Robot:
    """How one vendor's robot is spoken to: the most bytes of one message, the address and the body that carry it."""

    most_bytes: int
    address: Callable[[str, str, int], str]
    body: Callable[[str, str, int], dict[str, Any]]


def send(to: Recipient, words: str, seconds: float) -> int:
    """Send a text, in several messages where it is too long for one; how many. `seconds` is the time now, as epoch.

    NotSent where the robot cannot be reached or refuses.
    """
    robot = ROBOTS[to.kind]
    count = 0
    for piece in pieces(words, robot.most_bytes):
        _post(robot.address(to.address, to.secret, int(seconds * 1000)), robot.body(piece, to.secret, int(seconds)), to)
        count += 1
    return count


def pieces(words: str, most_bytes: int) -> Iterator[str]:
    """The text in pieces of whole lines, none above so many bytes; a single longer line is cut between characters."""
    held = ""
    for line in _short_lines(words, most_bytes):
        joined = f"{held}\n{line}" if held else line
        if len(joined.encode()) > most_bytes:
            yield held
            joined = line
        held = joined
    if held:
        yield held


def _short_lines(words: str, most_bytes: int) -> Iterator[str]:
    for line in words.split("\n"):
        rest = line
        while len(rest.encode()) > most_bytes:
            head = rest.encode()[:most_bytes].decode(errors="ignore")
            yield head
            rest = rest[len(head) :]
        yield rest


def _post(address: str, body: dict[str, Any], to: Recipient) -> None:
    request = urllib.request.Request(
        address, json.dumps(body, ensure_ascii=False).encode(), {"Content-Type": "application/json; charset=utf-8"}
    )
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as heard:
            reply = json.loads(heard.read())
    except urllib.error.HTTPError as error:
        raise NotSent(REFUSED.filled(name=to.name, code=error.code, why=error.reason)) from error
    except (OSError, ValueError) as error:
        raise NotSent(NOT_REACHED.filled(name=to.name, why=error)) from error
    code = reply.get("errcode", reply.get("code", reply.get("StatusCode", 0)))
    if code:
        why = reply.get("errmsg") or reply.get("msg") or reply.get("StatusMessage") or ""
        raise NotSent(REFUSED.filled(name=to.name, code=code, why=why))


def _hmac(key: str, message: str) -> str:
    return base64.b64encode(hmac.new(key.encode(), message.encode(), hashlib.sha256).digest()).decode()


def _as_it_is(address: str, secret: str, milliseconds: int) -> str:
    return address


def _dingtalk_address(address: str, secret: str, milliseconds: int) -> str:
    if not secret:
        return address
    signed = quote_plus(_hmac(secret, f"{milliseconds}\n{secret}"))
    return f"{address}&timestamp={milliseconds}&sign={signed}"


def _text(words: str, secret: str, seconds: int) -> dict[str, Any]:
    return {"msgtype": "text", "text": {"content": words}}


def _feishu(words: str, secret: str, seconds: int) -> dict[str, Any]:
    # Feishu signs nothing, with time and secret as the key.
    signed = {"timestamp": str(seconds), "sign": _hmac(f"{seconds}\n{secret}", "")} if secret else {}
    return {**signed, "msg_type": "text", "content": {"text": words}}


ROBOTS: dict[Kind, Robot] = {
    "dingtalk": Robot(18_000, _dingtalk_address, _text),
    "wecom": Robot(2_000, _as_it_is, _text),
    "feishu": Robot(18_000, _as_it_is, _feishu),
}
