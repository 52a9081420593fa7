"""From passages to origins: what each rests on, who is shared, why they count once."""
