"""Text: one phrase in Chinese and English."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Text:
    """A phrase in both languages; `{name}` marks a place that `filled()` fills."""

    zh: str
    en: str

    def __post_init__(self) -> None:
        if not (self.zh.strip() and self.en.strip()):
            raise ValueError(f"a phrase needs both languages: {self.zh!r} / {self.en!r}")

    def to(self, language: Language) -> str:
        """The phrase in one language."""
        return self.zh if language == "zh" else self.en

    def filled(self, **values: object) -> "Text":
        """The phrase with its places filled; a value that is a Text fills each language with its own."""
        return Text(
            self.zh.format(**{name: _part(value, "zh") for name, value in values.items()}),
            self.en.format(**{name: _part(value, "en") for name, value in values.items()}),
        )


class Refusal(Exception):
    """Something that was not done; `text` says why, and what to do instead."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def same(words: str) -> Text:
    """A phrase that reads alike in both languages: a name, a file, a heading."""
    return Text(words, words)


def both(made: Callable[[Language], str]) -> Text:
    """What a function writes in either language."""
    return Text(made("zh"), made("en"))


def _part(value: object, language: Language) -> object:
    return value.to(language) if isinstance(value, Text) else value
