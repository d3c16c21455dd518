/* What glibc has, and declares only where _GNU_SOURCE is defined: Swift's module of it is made without. */
#ifndef MENTORBOOK_RENAME_H
#define MENTORBOOK_RENAME_H

#ifdef __linux__
extern int renameat2(int oldFolder, const char *old, int newFolder, const char *new, unsigned int flags);
#endif

#endif
