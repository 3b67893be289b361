# Freshet. `make` alone says what there is.

SWIFT  ?= swift
PREFIX ?= /usr/local
DESTDIR ?=

# How many rounds `make bench` runs, and how many inputs `make fuzz` tries.
ROUNDS ?= 7
RUNS   ?= 1000000
# `make soak` runs the property tests long, and the fuzzer for so many seconds a target.
SECONDS_EACH ?= 600

RELEASE := $(SWIFT) build -c release --static-swift-stdlib --product freshet
PROGRAM := .build/release/freshet
export SWIFT

.PHONY: help setup build demo test lint format bench fuzz soak install uninstall clean

help:
	@echo "make setup     install what building needs, where it is missing"
	@echo "make build     build the program: $(PROGRAM)"
	@echo "make demo      build it and show it at work"
	@echo "make test      run the tests"
	@echo "make lint      check form, imports, scripts and the built program"
	@echo "make format    bring the Swift sources into form"
	@echo "make bench     measure against mktorrent, libtorrent and openssl (ROUNDS=$(ROUNDS))"
	@echo "make fuzz      throw mutated torrents at the parsers (RUNS=$(RUNS))"
	@echo "make soak      the property tests and the fuzzer for long (SECONDS_EACH=$(SECONDS_EACH))"
	@echo "make install   install the program, its completions and licence (PREFIX=$(PREFIX) DESTDIR=)"
	@echo "make uninstall take them away again"
	@echo "make clean     remove everything that was built"

setup:
	@scripts/setup build

build: setup
	$(RELEASE)

demo: build
	@scripts/demo $(PROGRAM)

test:
	@scripts/setup build test
	$(SWIFT) test --parallel --disable-xctest

lint:
	@scripts/setup build lint
	@scripts/lint

format:
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Package.swift Fuzz/Sources Fuzz/Package.swift

bench:
	@scripts/setup build bench
	$(RELEASE) >&2
	@/usr/bin/python3 Benchmarks/torrents --freshet $(PROGRAM) --rounds $(ROUNDS)

fuzz: setup
	@scripts/fuzz -runs=$(RUNS)

soak:
	@scripts/setup build test
	FRESHET_SOAK=1 $(SWIFT) test --parallel --disable-xctest
	@scripts/fuzz -max_total_time=$(SECONDS_EACH)

# Builds only when nothing was built yet, so that `sudo make install` does not compile as root.
install:
	@test -x $(PROGRAM) || $(MAKE) build
	@scripts/install $(PROGRAM) "$(DESTDIR)" "$(PREFIX)"

uninstall:
	@scripts/install --remove "$(DESTDIR)" "$(PREFIX)"

clean:
	rm -rf .build Fuzz/.build Fuzz/found
