package io.aisle.ui.training;


