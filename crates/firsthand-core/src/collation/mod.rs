//! Where do the reports agree, where do they differ, and what does only one say?
