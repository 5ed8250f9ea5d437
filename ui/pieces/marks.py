"""Judgements as shapes and words, and the hatch of a figure that may still change."""

from metrics.judgement.limits import Level
from text import Language, Text
from ui.pieces.markup import Html, inline, safe

MAY_CHANGE = Text("暂估", "may change")
THIS_IMPORT = Text("本次", "in this import")


def shape(level: Level, language: Language) -> Html:
    """The shape of a judgement; its word is what a screen reader says."""
    return inline(f"ob-mark ob-{level.name.lower()}", role="img", aria_label=level.word.to(language))


def marked(level: Level, word: str) -> Html:
    """The shape of a judgement for something that is no figure; `word` is what a screen reader says."""
    return inline(f"ob-mark ob-{level.name.lower()}", role="img", aria_label=word, title=word)


def judgement(level: Level, language: Language) -> Html:
    """Shape and word."""
    return inline("ob-word ob-judged", shape(level, language), level.word.to(language))


def with_words(level: Level, words: str, language: Language) -> Html:
    """A shape before words that say what is judged."""
    return inline("ob-word", shape(level, language), inline("", words))


def of_this_import(language: Language) -> Html:
    """The mark of a file that is about to be written."""
    return inline("ob-mark ob-now", role="img", aria_label=THIS_IMPORT.to(language))


def hatch_sample(language: Language) -> Html:
    """The hatch beside the word it stands for."""
    return inline("ob-nowrap", inline("ob-sample ob-hatch"), safe(MAY_CHANGE.to(language)))
