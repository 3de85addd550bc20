"""A look-alike of the Yandex Market Partner API on 127.0.0.1, for demos and tests.

It is written from the API's documentation and shares no code with the client or the domain, so a
misread rule on one side is found by the other.
"""
