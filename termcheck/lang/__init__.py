"""Facts of language, with no knowledge of documents: words, sentences, numbers, units, names."""
