"""Other machinery that reads with a Translator: processes, clusters and databases.

workers   processes, for long tables
packing  answers on their way from a worker
ray       a Ray cluster, for many files
arrow     Arrow batches, for Spark and others
duckdb    functions of DuckDB
"""
