// whence/draw: pictures. Where a credential of the catalogue comes from, as boxes and arrows on the three planes (picture_of),
// and any other picture that a program makes (Picture); laid out and written as SVG (svg::to_svg), or written for Mermaid
// (to_mermaid) and Graphviz (to_dot), which lay it out themselves. It includes <string>, <vector> and all of catalog.hpp, and
// costs about three times what <string> does.
#pragma once

#include <whence/catalog.hpp>
#include <whence/draw/layout.hpp>
#include <whence/draw/mermaid_and_dot.hpp>
#include <whence/draw/picture.hpp>
#include <whence/draw/picture_of_source.hpp>
#include <whence/draw/svg.hpp>
