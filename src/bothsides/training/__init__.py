"""Annotated texts → the models that the package ships. Run by hand (`python -m bothsides.training.…`); nothing else imports it."""
