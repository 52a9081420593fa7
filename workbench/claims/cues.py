"""Words that mark what kind of claim a sentence makes."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """a an the and or but if then so because since while when what who which that this these those
    there here how why where i me my mine we us our ours you your yours he him his she her hers it its they
    them their theirs be am is are was were been being have has had having do does did doing done
    will would shall should can could may might must not no nor of in on at to from by for with about
    against between into through during before after above below up down out off over under again
    more most less least few many much some any all both each every only own same than too very
    just let never ever always now today yesterday tomorrow yet still already got get going think
    believe know say said says want need like""".split()
)
