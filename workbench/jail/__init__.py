"""Foreign files are read by processes that can do no harm: see `process.ask` outside, `confine` inside."""
