"""The domain of Twosource: texts, claims, sources, evidence and verdicts. Knows neither Qt nor SQL."""
