"""What `archive` writes beside the issues: tables, for a spreadsheet or as Parquet, and what its page shows of them."""
