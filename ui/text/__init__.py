"""A text on screen: its marks, its selection, finding in it. Offsets outside this package are code points."""
