"""Every text that a person reads, by subject.

English is the source; the translations are ``resources/translations/*.ts``. Call
``QCoreApplication.translate`` by its full name only: ``lupdate`` reads any other name wrongly.
"""
