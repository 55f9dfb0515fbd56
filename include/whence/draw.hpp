// whence/draw: pictures of where a credential of the catalogue comes from, as boxes and arrows on the three planes
// (picture_of), and any other picture of a program (Picture); written as SVG (svg::to_svg), or for Mermaid (to_mermaid)
// and Graphviz (to_dot). It includes <string>, <vector> and all of catalog.hpp, and costs about three times <string>.
#pragma once

#include <whence/base/config.hpp>
#include <whence/catalog.hpp>
#include <whence/draw/layout.hpp>
#include <whence/draw/mermaid_and_dot.hpp>
#include <whence/draw/picture.hpp>
#include <whence/draw/picture_of_source.hpp>
#include <whence/draw/svg.hpp>
