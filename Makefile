# Two commands do all the set-up on a Debian machine with Swift: `make site` and `make test`. `make help` lists the rest.

PREFIX ?= /usr/local
DESTDIR ?=
FILTER ?=
SWIFT ?= swift
BUILD = $(SWIFT) build -c release
COMMAND = .build/release/mentorbook
MANUAL = .build/plugins/GenerateManual/outputs/mentorbook/mentorbook.1
# For machines without Swift: the command with Swift's libraries inside, and what it is packed into.
STATIC = .build/static
PACKAGES = .build/packages
# Tests of programs and servers that have so long and no longer: by themselves, where no other test takes their time.
TIMED = CommandSourceTests|PostgreSQLTests|WebSourceTests|VipsthumbnailTests
# Links and files of hostile texts, for other people's parsers to read.
SAMPLES = .build/oracle-samples
# The sites that searches are tested on.
SEARCH = .build/search-sites
# Sites whose profiles say hostile texts.
HOSTILE = .build/hostile-sites
# The sites that requests are tested on.
REQUESTS = .build/request-sites
# The sample site in a language that is written from right to left.
RTL = .build/right-to-left
SHARE = $(DESTDIR)$(PREFIX)/share

.DEFAULT_GOAL := help
.PHONY: help site build check test test-unit test-site oracle faults expected screenshots bench install uninstall manual format lint clean \
  dependencies photo-dependencies server-dependencies test-dependencies static deb tarball test-package

help:  ## List what there is to make
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

site: build  ## Install what is missing, build Mentorbook, build the sample site into output/
	@$(COMMAND) build
	@echo
	@echo "The site is in $(CURDIR)/output."
	@echo "To look at it:  python3 -m http.server --directory output 8000   and open http://localhost:8000/"

build: dependencies  ## Build the command, optimized: .build/release/mentorbook
	@echo "==> Building mentorbook (the first build takes a few minutes)"
	@$(BUILD) --product mentorbook

check: build  ## Look for mistakes in content/
	@$(COMMAND) check

dependencies:
	@.ci/install-packages.sh pkg-config libcmark-dev libyaml-dev zlib1g-dev tzdata

photo-dependencies:
	@.ci/install-packages.sh libvips-tools

# Servers that rosters are fetched from: a database, and one that answers as bad servers do.
server-dependencies:
	@.ci/install-packages.sh curl openssl postgresql python3

test: test-unit test-site test-package  ## Install what the tests need and run them all

test-unit: dependencies photo-dependencies server-dependencies  ## Run the Swift tests; FILTER=Name runs those that match
	@echo "==> Swift tests"
	@rm -rf $(SAMPLES) && mkdir -p $(SAMPLES)
	@ORACLE_SAMPLES=$(CURDIR)/$(SAMPLES) $(SWIFT) test $(if $(FILTER),--filter '$(FILTER)',--skip '$(TIMED)')
	@$(if $(FILTER),,$(SWIFT) test --skip-build --filter '$(TIMED)')

test-site: test-dependencies build  ## Build the sample site and test it: HTML validity, files, links, browser
	@echo "==> Building the sample site for its tests"
	@$(COMMAND) build --quiet --clean --output output
	@rm -rf $(RTL) && mkdir -p $(RTL) && cp -R content themes $(RTL)/
	@sed -i 's/^locale: en$$/locale: ar/' $(RTL)/content/site.yaml
	@$(COMMAND) build --quiet --content $(RTL)/content --output $(RTL)/output
	@echo "==> Links and files, read by other people's parsers"
	@if [ -n "$$(ls $(SAMPLES) 2>/dev/null)" ]; then .venv-tests/bin/python Tests/Oracles/calendar_oracle.py samples $(SAMPLES); fi
	@if [ -n "$$(ls $(SAMPLES)/hours 2>/dev/null)" ]; then .venv-tests/bin/python Tests/Oracles/hours_oracle.py $(SAMPLES)/hours; fi
	@.venv-tests/bin/python Tests/Oracles/calendar_oracle.py site output
	@.venv-tests/bin/python Tests/Oracles/busy_oracle.py verify Tests/Fixtures/busy-vectors.jsonl
	@echo "==> Building the sites that searches are tested on"
	@.venv-tests/bin/python Tests/Search/sites.py --mentorbook $(COMMAND) --into $(SEARCH)
	@echo "==> Building the sites that requests are tested on"
	@.venv-tests/bin/python Tests/Browser/request_site/build.py --mentorbook $(COMMAND) --into $(REQUESTS)
	@echo "==> Building the sites of hostile texts"
	@.venv-tests/bin/python Tests/Hostile/sites.py --mentorbook $(COMMAND) --into $(HOSTILE)
	@echo "==> Site tests"
	@SITE=output SITE_RTL=$(RTL)/output SEARCH_SITES=$(SEARCH) REQUEST_SITES=$(REQUESTS) HOSTILE_SITES=$(HOSTILE) MENTORBOOK=$(COMMAND) .venv-tests/bin/python -m pytest Tests/Validity Tests/Browser Tests/Search Tests/Requests Tests/Hostile Tests/Sync Tests/Publishing Tests/Nightly $(if $(FILTER),-k $(FILTER))

oracle: dependencies test-dependencies  ## Compare slots with Python's zoneinfo in every zone of this machine, and print how many differ
	@mkdir -p .build
	@.venv-tests/bin/python Tests/Oracles/slots_oracle.py full /usr/share/zoneinfo > .build/slot-vectors.txt
	@SLOT_VECTORS=$(CURDIR)/.build/slot-vectors.txt SLOT_ZONES=/usr/share/zoneinfo $(SWIFT) test --filter SlotOracle 2>&1 | grep -E '^Oracle:|✘|error:'

test-dependencies:
	@Tests/setup.sh

faults: build test-dependencies  ## Kill a sync or a publication, or let the system refuse it, at every call that changes something
	@python3 Tests/Sync/faults.py --mentorbook $(COMMAND)
	@FAULT_STRIDE=1 MENTORBOOK=$(COMMAND) .venv-tests/bin/python -m pytest Tests/Publishing -k "killed or error or still or at_once"

expected:  ## Rewrite the expected output of the whole-site fixtures; then read the difference
	@UPDATE_EXPECTED=1 $(SWIFT) test --filter SiteFixture
	@git diff --stat -- Tests/Fixtures

screenshots: test-dependencies site  ## Photograph the site at three widths, light and dark, into .build/screenshots
	@.venv-tests/bin/python Tests/Browser/screenshots.py --site output --out .build/screenshots

bench: build  ## Measure: see Benchmarks/README.md
	@Benchmarks/run.sh

$(COMMAND):
	@$(MAKE) build

$(MANUAL): $(COMMAND)
	@echo "==> Writing the manual page"
	@$(SWIFT) package plugin generate-manual > /dev/null

# Builds only what is missing: as root, after `make build manual` as yourself, it only copies.
install: $(COMMAND) $(MANUAL)  ## Install the command, themes, sample content, manual page and completions under PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/man/man1 $(SHARE)/mentorbook
	install -m 755 $(COMMAND) $(DESTDIR)$(PREFIX)/bin/mentorbook
	install -m 644 $(MANUAL) $(SHARE)/man/man1/mentorbook.1
	rm -rf $(SHARE)/mentorbook/themes $(SHARE)/mentorbook/content
	cp -R themes content $(SHARE)/mentorbook/
	install -d $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	$(COMMAND) --generate-completion-script bash > $(SHARE)/bash-completion/completions/mentorbook
	$(COMMAND) --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_mentorbook
	$(COMMAND) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/mentorbook.fish

manual: $(MANUAL)  ## Write the manual page: mentorbook.1 below .build/plugins

uninstall:  ## Remove what install put under PREFIX
	rm -f $(DESTDIR)$(PREFIX)/bin/mentorbook $(SHARE)/man/man1/mentorbook.1
	rm -f $(SHARE)/bash-completion/completions/mentorbook $(SHARE)/zsh/site-functions/_mentorbook
	rm -f $(SHARE)/fish/vendor_completions.d/mentorbook.fish
	rm -rf $(SHARE)/mentorbook

# Swift's own libraries are linked into the program; Debian's stay Debian's, so that they get its security updates.
static: dependencies
	@echo "==> Building mentorbook for machines without Swift (the first build takes a few minutes)"
	@$(BUILD) --product mentorbook --static-swift-stdlib --scratch-path $(STATIC)

deb: static $(MANUAL)  ## Make a Debian package that needs no Swift: .build/packages/mentorbook_*.deb
	@.ci/install-packages.sh binutils dpkg-dev
	@rm -f $(PACKAGES)/*.deb
	@.ci/package.sh deb $(STATIC)/release/mentorbook $(MANUAL) $(PACKAGES)

tarball: static $(MANUAL)  ## The same as a .tar.gz
	@.ci/install-packages.sh binutils dpkg-dev
	@rm -f $(PACKAGES)/*.tar.gz
	@.ci/package.sh tarball $(STATIC)/release/mentorbook $(MANUAL) $(PACKAGES)

test-package: deb tarball  ## Install the packages on a Debian without Swift, and build a site there
	@.ci/install-packages.sh debootstrap
	@$(if $(filter 0,$(shell id -u)),,sudo) Tests/Package/install.sh $(PACKAGES) .build/debian

format:  ## Format the Swift sources
	@$(SWIFT) format --in-place --recursive Package.swift Sources Tests Benchmarks

lint:  ## Check the format of the Swift sources
	@$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks

clean:  ## Remove everything that was built
	rm -rf .build output output.mentorbook-partial .venv-tests
