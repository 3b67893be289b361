// What this program takes from libyaml: its event parser.
//
// No wrapper is needed: nothing used here is variadic or a macro. In angle brackets the system's header of the same
// name is meant, not this one.
#ifndef FRESHET_CYAML_H
#define FRESHET_CYAML_H

#include <yaml.h>

#endif
