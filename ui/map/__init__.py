"""The source map: who took what from whom, drawn over time, and when a claim appeared where."""
