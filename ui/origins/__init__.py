"""What opens from "2 independent origins of 6 passages": each origin, why, and the editor's word on it."""
