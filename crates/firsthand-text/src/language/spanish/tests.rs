//! Tables of sentences of our own: names, times, numbers, sentence ends.
