#!/bin/sh
# The namespace of this installation with its retention; made once, brought in line afterwards.
set -eu
bestaat() { temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; }

if bestaat; then
  temporal operator namespace update --namespace "$TEMPORAL_NAMESPACE" --retention "$BEWAARTERMIJN"
else
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention "$BEWAARTERMIJN"
fi
