package dev.campanile.campaign.text;

/** How cells are printed in a file. */
enum CellForm {
  TEXT,
  OBJECT
}
