"""Draws the source map to SVG and PNG. A process of its own, so that the command line needs no Qt itself.

`python -m ui.export.map`: what is to be drawn comes in pickled on standard input, from our own program only.
"""

from __future__ import annotations

import pickle
import sys

from ui.export.drawing import Drawing

ENDINGS = (".svg", ".png")


def drawn(wanted: Drawing) -> dict[str, bytes]:
    """The map as files, by their endings. Needs a `QGuiApplication`."""
    from ui.map.layout import lay_out
    from ui.map.paper import Heading, map_bytes
    from ui.map.picture import Picture
    from ui.map.sheet import draw

    sheet = draw(wanted.provenance, wanted.documents, wanted.story)
    picture = Picture(sheet, lay_out(sheet.boxes(), sheet.links()))
    heading = Heading(wanted.title, "", wanted.date)
    return {ending: map_bytes(picture, heading, ending) for ending in ENDINGS}


def main() -> int:
    """Read what is to be drawn from standard input, and write the files to standard output, pickled."""
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication(sys.argv[:1])
    # A pickle may run anything: it is read only from the pipe that our own program opened for this.
    made = drawn(pickle.load(sys.stdin.buffer))
    sys.stdout.buffer.write(pickle.dumps(made))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
