//! What a column can hold, as an Arrow array and back.

use crate::id::Id;
use arrow_array::builder::{
    BinaryBuilder, FixedSizeBinaryBuilder, ListBuilder, PrimitiveBuilder, StringBuilder,
};
use arrow_array::types::{Float64Type, Int32Type, Int64Type, UInt32Type, UInt64Type};
use arrow_array::{Array, ArrayRef, BooleanArray, PrimitiveArray, StringArray};
use arrow_array::{BinaryArray, FixedSizeBinaryArray, ListArray};
use arrow_schema::{DataType, Field};
use std::sync::Arc;

/// A type of cell.
pub trait Cell: Sized {
    /// Whether a cell may be empty.
    const OPTIONAL: bool = false;
    /// The type of its column.
    fn kind() -> DataType;
    /// A column of such cells.
    fn column<'c>(cells: impl Iterator<Item = &'c Self>) -> ArrayRef
    where
        Self: 'c;
    /// The cell of a row; None where the column is of another type or the cell is missing.
    fn read(column: &dyn Array, row: usize) -> Option<Self>;
    /// About how many bytes it takes.
    fn size(&self) -> usize {
        8
    }
}

macro_rules! number {
    ($of:ty, $arrow:ty, $kind:ident) => {
        impl Cell for $of {
            fn kind() -> DataType {
                DataType::$kind
            }
            fn column<'c>(cells: impl Iterator<Item = &'c Self>) -> ArrayRef {
                Arc::new(PrimitiveArray::<$arrow>::from_iter_values(cells.copied()))
            }
            fn read(column: &dyn Array, row: usize) -> Option<Self> {
                let column = column.as_any().downcast_ref::<PrimitiveArray<$arrow>>()?;
                column.is_valid(row).then(|| column.value(row))
            }
        }
        impl Cell for Option<$of> {
            const OPTIONAL: bool = true;
            fn kind() -> DataType {
                DataType::$kind
            }
            fn column<'c>(cells: impl Iterator<Item = &'c Self>) -> ArrayRef {
                Arc::new(cells.copied().collect::<PrimitiveArray<$arrow>>())
            }
            fn read(column: &dyn Array, row: usize) -> Option<Self> {
                let column = column.as_any().downcast_ref::<PrimitiveArray<$arrow>>()?;
                Some(column.is_valid(row).then(|| column.value(row)))
            }
        }
        impl Cell for Vec<$of> {
            fn kind() -> DataType {
                DataType::List(Arc::new(Field::new_list_field(DataType::$kind, true)))
            }
            fn column<'c>(cells: impl Iterator<Item = &'c Self>) -> ArrayRef {
                let mut builder = ListBuilder::new(PrimitiveBuilder::<$arrow>::new());
                for cell in cells {
                    builder.values().append_slice(cell);
                    builder.append(true);
                }
                Arc::new(builder.finish())
            }
            fn read(column: &dyn Array, row: usize) -> Option<Self> {
                let column = column.as_any().downcast_ref::<ListArray>()?;
                let cell = column.is_valid(row).then(|| column.value(row))?;
                Some(cell.as_any().downcast_ref::<PrimitiveArray<$arrow>>()?.values().to_vec())
            }
            fn size(&self) -> usize {
                24 + self.len() * 8
            }
        }
    };
}

number!(i32, Int32Type, Int32);
number!(i64, Int64Type, Int64);
number!(u32, UInt32Type, UInt32);
number!(u64, UInt64Type, UInt64);
number!(f64, Float64Type, Float64);

impl Cell for bool {
    fn kind() -> DataType {
        DataType::Boolean
    }
    fn column<'c>(cells: impl Iterator<Item = &'c Self>) -> ArrayRef {
        Arc::new(cells.map(|cell| Some(*cell)).collect::<BooleanArray>())
    }
    fn read(column: &dyn Array, row: usize) -> Option<Self> {
        let column = column.as_any().downcast_ref::<BooleanArray>()?;
        column.is_valid(row).then(|| column.value(row))
    }
}

impl Cell for String {
    fn kind() -> DataType {
        DataType::Utf8
    }
    fn column<'c>(cells: impl Iterator<Item = &'c Self>) -> ArrayRef {
        let mut builder = StringBuilder::new();
        cells.for_each(|cell| builder.append_value(cell));
        Arc::new(builder.finish())
    }
    fn read(column: &dyn Array, row: usize) -> Option<Self> {
        let column = column.as_any().downcast_ref::<StringArray>()?;
        column.is_valid(row).then(|| column.value(row).to_owned())
    }
    fn size(&self) -> usize {
        24 + self.len()
    }
}

impl Cell for Option<String> {
    const OPTIONAL: bool = true;
    fn kind() -> DataType {
        DataType::Utf8
    }
    fn column<'c>(cells: impl Iterator<Item = &'c Self>) -> ArrayRef {
        let mut builder = StringBuilder::new();
        cells.for_each(|cell| builder.append_option(cell.as_deref()));
        Arc::new(builder.finish())
    }
    fn read(column: &dyn Array, row: usize) -> Option<Self> {
        let column = column.as_any().downcast_ref::<StringArray>()?;
        Some(column.is_valid(row).then(|| column.value(row).to_owned()))
    }
    fn size(&self) -> usize {
        24 + self.as_ref().map_or(0, String::len)
    }
}

impl Cell for Vec<u8> {
    fn kind() -> DataType {
        DataType::Binary
    }
    fn column<'c>(cells: impl Iterator<Item = &'c Self>) -> ArrayRef {
        let mut builder = BinaryBuilder::new();
        cells.for_each(|cell| builder.append_value(cell));
        Arc::new(builder.finish())
    }
    fn read(column: &dyn Array, row: usize) -> Option<Self> {
        let column = column.as_any().downcast_ref::<BinaryArray>()?;
        column.is_valid(row).then(|| column.value(row).to_vec())
    }
    fn size(&self) -> usize {
        24 + self.len()
    }
}

impl Cell for Id {
    fn kind() -> DataType {
        DataType::FixedSizeBinary(16)
    }
    fn column<'c>(cells: impl Iterator<Item = &'c Self>) -> ArrayRef {
        let mut builder = FixedSizeBinaryBuilder::new(16);
        for cell in cells {
            // Of another length it would be refused; it has this one.
            let _ = builder.append_value(cell.0);
        }
        Arc::new(builder.finish())
    }
    fn read(column: &dyn Array, row: usize) -> Option<Self> {
        let column = column.as_any().downcast_ref::<FixedSizeBinaryArray>()?;
        let cell = column.is_valid(row).then(|| column.value(row))?;
        cell.try_into().ok().map(Id)
    }
    fn size(&self) -> usize {
        16
    }
}
