#!/bin/sh
# Runs what can be measured without anything else installed; Benchmarks/README.md tells of the rest.
set -eu
cd "$(dirname "$0")/.."
swift run -c release TemplateBenchmark
