"""Recipients: kept beside the warehouse, for the eyes of their owner alone."""

import stat
import sys
from pathlib import Path

import pytest

from data.records.recipients import AddressBook, MailServer, Recipient, keep_recipients, recipients

GROUP = Recipient("运营群", "dingtalk", "https://oapi.dingtalk.com/robot/send?access_token=a", "SECx", weekdays=(0, 3))
SERVER = MailServer("smtp.example.com", 465, "board@example.com", "board@example.com", "code")


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    keep_recipients(tmp_path, [GROUP], SERVER)
    assert recipients(tmp_path) == AddressBook((GROUP,), SERVER)
    assert recipients(tmp_path).named("运营群") == GROUP


def test_nobody_is_there_at_first(tmp_path: Path) -> None:
    assert recipients(tmp_path / "never made") == AddressBook()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights by folder")
def test_only_the_owner_may_read_the_secrets(tmp_path: Path) -> None:
    keep_recipients(tmp_path, [GROUP], None)
    assert [stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()] == [0o600]


def test_two_of_one_name_are_refused_and_nothing_is_changed(tmp_path: Path) -> None:
    keep_recipients(tmp_path, [GROUP], None)
    with pytest.raises(ValueError, match="one name"):
        keep_recipients(tmp_path, [GROUP, GROUP], None)
    assert recipients(tmp_path).recipients == (GROUP,)


@pytest.mark.parametrize("address", ["", "oapi.dingtalk.com/robot", "file:///etc/passwd"])
def test_a_robot_lives_on_the_web(address: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        Recipient("运营群", "dingtalk", address)
