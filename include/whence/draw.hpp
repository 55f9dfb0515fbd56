// whence/draw: pictures as boxes and arrows on the three planes (picture_of): of a source of the catalogue, and of your
// own flow, design, deployment or chain of sessions, with what is wrong in it; and any other picture (Picture); written as SVG (svg::to_svg), or for Mermaid (to_mermaid)
// and Graphviz (to_dot). It includes <string>, <vector> and all of catalog.hpp, and costs about three times <string>.
#pragma once

#include <whence/base/config.hpp>
#include <whence/catalog.hpp>
#include <whence/draw/layout.hpp>
#include <whence/draw/mermaid_and_dot.hpp>
#include <whence/draw/picture.hpp>
#include <whence/draw/picture_of_design.hpp>
#include <whence/draw/picture_of_source.hpp>
#include <whence/draw/svg.hpp>
