"""Three files that grow side by side, one record a passage, in the order in which its vector arrived.

`codes` holds 48 bytes, the signs of the dimensions; `vectors` 384 signed bytes; `numbers` 8 bytes, the
number of the passage, 0 once it is removed. `numbers` is written last, so a record counts when its number
is there, and what a killed process left behind it is written over.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.meaning import WIDTH

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Codes = NDArray[np.uint64]
    Rows = NDArray[np.int8]
    Flags = NDArray[np.bool_]

CODE_WORDS = WIDTH // 64
"""64-bit words of a binary code."""

_NUMBER_BYTES = 8


class Records:
    """The records in one folder. Numbers and codes are mapped from the files, and seen as they were then."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def numbers(self) -> Numbers:
        """The passage number of every record; 0 stands for a removed one."""
        import numpy as np

        found: Numbers = self._mapped("numbers", np.dtype("<i8"), 1)[:, 0]
        return found

    def codes(self) -> Codes:
        """The binary code of every record, as rows of six 64-bit words."""
        import numpy as np

        found: Codes = self._mapped("codes", np.dtype("<u8"), CODE_WORDS)
        return found

    def rows(self, slots: NDArray[np.intp]) -> Rows:
        """The vectors of some records, in the order given."""
        import numpy as np

        # Read one by one: where a mapped file is touched, the system maps far more around it, and a few
        # hundred rows would count as hundreds of megabytes of memory.
        result = np.empty((len(slots), WIDTH), np.int8)
        with (self._place / "vectors").open("rb", buffering=0) as file:
            for row, slot in zip(result, slots.tolist(), strict=True):
                file.seek(slot * WIDTH)
                file.readinto(row.data)
        return result

    def append(self, numbers: Numbers, rows: Rows) -> None:
        """Add records durably."""
        start = len(self)
        self._write("vectors", start * WIDTH, rows.tobytes())
        self._write("codes", start * WIDTH // 8, signs(rows).tobytes())
        self._write("numbers", start * _NUMBER_BYTES, numbers.astype("<i8").tobytes())

    def blank(self, gone: range) -> None:
        """Take out the records of these passages."""
        numbers = self.numbers()
        slots = ((numbers >= gone.start) & (numbers < gone.stop)).nonzero()[0]
        for slot in slots.tolist():
            self._overwrite(slot)

    def _overwrite(self, slot: int) -> None:
        for name, width in (("numbers", _NUMBER_BYTES), ("codes", WIDTH // 8), ("vectors", WIDTH)):
            with (self._place / name).open("r+b") as file:
                file.seek(slot * width)
                file.write(bytes(width))

    def __len__(self) -> int:
        """How many records are whole in all three files."""
        widths = {"numbers": _NUMBER_BYTES, "codes": WIDTH // 8, "vectors": WIDTH}
        return min(_size(self._place / name) // width for name, width in widths.items())

    def _mapped(self, name: str, kind: Any, width: int) -> Any:
        import numpy as np

        length = len(self)
        if not length:  # an empty file cannot be mapped
            return np.empty((0, width), kind)
        return np.memmap(self._place / name, kind, mode="r", shape=(length, width))

    def _write(self, name: str, start: int, data: bytes) -> None:
        path = self._place / name
        path.touch()
        with path.open("r+b") as file:
            if file.seek(0, os.SEEK_END) > start:
                file.truncate(start)
            file.seek(start)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())


def signs(rows: Rows) -> Codes:
    """The binary codes of vectors: one bit a dimension, set where it is positive."""
    import numpy as np

    return np.packbits(rows > 0, axis=1).view("<u8")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
