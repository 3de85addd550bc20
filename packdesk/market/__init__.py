"""The Partner API of Yandex Market: the one way in which PackDesk speaks to it.

Nothing is imported here: the parts need httpx, pydantic and stamina, which stay off the start path.
"""
