"""Files that ship with the program: fonts, icons, themes, templates, the sample case. Imports nothing."""
