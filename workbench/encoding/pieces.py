"""Words into the pieces that MiniLM and what is trained from it read."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from workbench.encoding.checked import checked
from workbench.errors import ModelUnusable

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"


def tokeniser(longest: int) -> Tokenizer:
    """The tokeniser of MiniLM, cutting at `longest` pieces (of a pair, the longer text first), unpadded.

    Raises:
        ModelUnusable: its file is missing or damaged, or the package `tokenizers` is not installed.
    """
    try:
        from tokenizers import Tokenizer
    except ImportError as error:
        raise ModelUnusable("The package tokenizers is not installed.") from error
    with as_file(files("resources").joinpath("models", "minilm", "tokenizer.json")) as path:
        made: Tokenizer = Tokenizer.from_buffer(checked(path, SHA256))
    made.no_padding()
    made.enable_truncation(longest)
    return made


def writable(text: str, longest: int) -> str:
    """The beginning of a text, at most `longest` characters, in a form every tokeniser takes."""
    # A lone surrogate, which broken files hold, can be no tokeniser's input.
    return text[:longest].encode("utf-8", "replace").decode("utf-8")
